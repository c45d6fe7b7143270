"""The plan as code: a brand's social media plan in YAML, checked and rendered."""

__version__ = "0.1.0"
