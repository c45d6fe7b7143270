"""One module per command: read options, call one step after another, write the result."""
