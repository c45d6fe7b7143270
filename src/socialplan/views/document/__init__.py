"""The chapters of the whole plan as one document: a module for each."""
