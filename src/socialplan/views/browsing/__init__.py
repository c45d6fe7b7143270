"""Calendars to click through: the views, what they can be filtered by, what each post says."""
