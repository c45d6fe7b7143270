"""What lint says of a plan, for the pages that show it beside the posts."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from socialplan.finding import Finding
    from socialplan.loading import Loaded


def findings_of(loaded: Loaded, today: date, language: str) -> tuple[Finding, ...]:
    """Lint a plan under its own settings, without what its baseline accepts."""
    from socialplan.config import settings_for
    from socialplan.linting import baseline
    from socialplan.linting.checking import lint_under
    from socialplan.linting.session import baseline_path

    file = loaded.source.files[0]
    settings = settings_for(file.path or Path(file.name))
    found = lint_under(settings, loaded, today, language).findings
    path = baseline_path(settings)
    if path is None:
        return tuple(found)
    accepted = Counter(one.fingerprint for one in baseline.read(path))
    return tuple(baseline.without(found, accepted))
