"""What socialplan writes from: the pages of `render` and the starters of `init`."""
