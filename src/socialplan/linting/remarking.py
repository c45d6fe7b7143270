"""What lint says of a plan, for the pages that show it beside the posts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from socialplan.finding import Finding
    from socialplan.loading import Loaded


def findings_of(loaded: Loaded, today: date, language: str) -> tuple[Finding, ...]:
    """Lint a plan under its own settings, without what its baseline accepts."""
    from socialplan.config import settings_for
    from socialplan.linting.accepting import baseline_path
    from socialplan.linting.checking import lint_under
    from socialplan.linting.ledger import Ledger

    file = loaded.source.files[0]
    place = file.path or Path(file.name)
    settings = settings_for(place)
    found = lint_under(settings, loaded, today, language).findings
    path = baseline_path(settings)
    return tuple(found if path is None else Ledger(path).without(found, place))
