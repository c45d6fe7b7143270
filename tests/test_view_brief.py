"""Briefs: which posts, what each is for, what lint says of it, how it is written."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from socialplan.errors import UnknownName
from socialplan.linting.remarking import findings_of
from socialplan.loading import load_plan
from socialplan.plan.approval import words_hash
from socialplan.rendering import render
from socialplan.rendering.page import Page
from socialplan.slots import calendar_of
from socialplan.source import read_plan, read_text
from socialplan.translating import topic_messages
from socialplan.views import Asked, make
from socialplan.views.filtering import Filter
from socialplan.views.window import Window, days_shown

if TYPE_CHECKING:
    from pathlib import Path

    from socialplan.loading import Loaded
    from socialplan.views.brief import Brief, BriefView

TODAY = date(2026, 11, 25)
LANGUAGES = ("en", "zh-TW", "zh-CN")
EVIL = "<script>alert(1)</script> | \x1b[31m \u202e`x` {{ 7 * 7 }}"
PLAN = """
socialplan: 1
title: 小熊咖啡
brand: {name: 小熊咖啡, market: TW}
period: {start: 2026-11-23, end: 2026-12-20}
team: [{id: an, name: 小安}, {id: bo, name: 阿博}]
personas: [{id: near, name: 附近的人, challenges: [{id: seat, text: 找不到位子}]}]
goals: [{id: friends, statement: 好友 600, metric: followers, persona: near, challenge: seat}]
workflow: {lead_days: {draft: 5, asset: 3, review: 2}}
accounts:
  - {id: line, platform: line-oa}
  - {id: ig, platform: instagram}
posts:
  - id: both
    accounts: [line, ig]
    at: 2026-11-26 20:00
    title: 週年慶
    text: 加入好友享 85 折優惠!
    persona: near
    goal: friends
    hook: {attention: 只有三天, benefit: 省下一杯}
    call_to_action: 加入好友
    author: an
    designer: bo
    reviewer: bo
    variants:
      ig:
        at: 2026-11-25 12:00
        text: "IG 的字"
        assets: [{file: a.jpg, width: 1080, height: 1350}]
    note: 記得換圖
    approved: {by: bo, date: 2026-11-20, hash: 000000000000}
  - {id: early, account: line, at: 2026-11-24 09:00, text: 早安}
  - {id: out, account: line, at: 2026-11-27 09:00, text: 早安, status: published}
  - {id: gone, account: line, at: 2026-11-27 10:00, text: 早安, status: cancelled}
  - {id: someday, account: ig, title: 哪天再說}
"""


def loaded(text: str = PLAN) -> Loaded:
    return load_plan(read_text(text, "plan.yaml", None))


def view(
    text: str = PLAN, *, days: Window | None = None, language: str = "en", **chosen: Any
) -> BriefView:
    found = loaded(text)
    calendar = calendar_of(found.plan, TODAY)
    window = days or days_shown("brief", calendar, TODAY, None, None)
    said = findings_of(found, TODAY, language)
    return make(  # type: ignore[no-any-return]
        "brief", Asked(found.plan, calendar, TODAY, window, language, Filter(**chosen), said)
    )


def ids(made: BriefView) -> list[str]:
    return [one.id for one in made.posts]


def test_the_posts_of_the_week_that_are_still_to_come_by_time() -> None:
    made = view()
    assert ids(made) == ["early", "both"]
    assert made.nothing is None


def test_posts_are_found_by_their_ids_whenever_they_go_out() -> None:
    assert ids(view(post=("someday", "out"))) == ["out", "someday"]
    assert ids(view(status=("published",))) == ["out"]
    with pytest.raises(UnknownName):
        Filter(post=("nope",)).check(loaded().plan)


def test_a_week_without_posts_says_why() -> None:
    made = view(days=Window(date(2026, 12, 7), date(2026, 12, 13)))
    assert made.nothing is not None
    assert made.nothing.why == "elsewhere"


def brief() -> Brief:
    return view().posts[1]


def test_a_brief_says_what_the_post_is_for() -> None:
    why = brief().purpose
    assert (why.goal, why.persona, why.challenge) == ("好友 600", "附近的人", "找不到位子")
    assert (why.attention, why.benefit, why.call_to_action) == ("只有三天", "省下一杯", "加入好友")


def test_a_post_on_two_accounts_is_one_brief_with_two_previews() -> None:
    on = brief().accounts
    assert [one.preview.account for one in on] == ["ig", "line"], "the earlier one first"
    assert on[0].preview.pieces[0].text == "IG 的字"
    assert [step.what for step in on[0].steps][:3] == ["draft", "asset", "review"]
    assert on[0].steps[0].by == date(2026, 11, 20)
    assert on[0].steps[0].who == "小安"


def test_wanted_pictures_have_the_sizes_of_the_platform() -> None:
    (image,) = brief().accounts[0].wanted
    assert (image.kind, image.have, image.is_missing) == ("image", 1, False)
    ratios = [spec for spec in image.specs if spec.aspect == "ratio"]
    assert [(spec.least_shape, spec.most_shape) for spec in ratios] == [("3:4", "1.91:1")]
    (missing,) = view(post=("someday",)).posts[0].accounts[0].wanted
    assert missing.is_missing


def test_an_approval_of_other_words_no_longer_holds() -> None:
    one = brief()
    assert one.approval is not None
    assert (one.approval.by, one.approval.state) == ("阿博", "changed")
    assert one.fingerprint == words_hash(loaded().plan, 0)
    held = view(PLAN.replace("000000000000", one.fingerprint)).posts[1]
    assert held.approval is not None
    assert held.approval.state == "holds"


def test_what_lint_says_stands_beside_its_post_the_gravest_first() -> None:
    found = brief().findings
    assert "FLO122" in [one.code for one in found]
    ranks = [("error", "warning", "info").index(one.severity) for one in found]
    assert ranks == sorted(ranks)
    assert "FLO122" not in [one.code for one in view().posts[0].findings]


def test_settings_and_baseline_decide_what_lint_says(tmp_path: Path) -> None:
    (tmp_path / "socialplan.yaml").write_text(PLAN, "utf-8")
    (tmp_path / "socialplan.toml").write_text('ignore = ["FLO122"]\n', "utf-8")
    found = findings_of(load_plan(read_plan(tmp_path / "socialplan.yaml")), TODAY, "en")
    assert found
    assert "FLO122" not in {one.code for one in found}


def test_what_is_said_of_each_picture_alike_is_said_once() -> None:
    two = "assets: [{kind: image}, {kind: image}]"
    made = view(PLAN.replace("assets: [{file: a.jpg, width: 1080, height: 1350}]", two))
    said = [(one.code, one.message) for post in made.posts for one in post.findings]
    assert "FLO132" in [code for code, _ in said]
    assert len(said) == len(set(said))


def test_code_in_what_lint_says_is_shown_as_code() -> None:
    text = render(page(view()), "html")
    assert "<code>socialplan approve</code>" in text
    assert "`" not in "".join(re.findall(r'<ul class="findings">.*?</ul>', text, re.DOTALL))


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_a_subject_of_its_own_stands_with_its_account(form: str) -> None:
    own = 'text: "IG 的字"\n        title: 幕後'
    made = view(PLAN.replace('text: "IG 的字"', own))
    assert render(page(made), form).count("幕後") == 1


def page(made: BriefView, language: str = "en") -> Page:
    return Page(name="brief", view=made, language=language, locale=language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["terminal", "markdown", "html", "json"])
def test_briefs_can_be_written_in_every_language(form: str, language: str) -> None:
    everything = Window(date(2026, 11, 1), date(2026, 12, 31))
    text = render(page(view(days=everything, language=language), language), form)
    assert "週年慶" in text
    assert "只有三天" in text


@pytest.mark.parametrize("form", ["terminal", "markdown", "html"])
def test_nothing_that_was_typed_is_obeyed(form: str) -> None:
    quoted = json.dumps(EVIL)
    text = PLAN.replace("title: 週年慶", f"title: {quoted}").replace(
        "title: 小熊咖啡", f"title: {quoted}"
    )
    text = text.replace("記得換圖", quoted).replace('"IG 的字"', quoted).replace("只有三天", quoted)
    made = render(page(view(text)), form)
    if form != "html":
        assert not re.search("[\x1b\u202e]", made)
    if form != "terminal":
        assert "<script>alert" not in made
    assert "{{ 7 * 7 }}" in made.replace("\\", "")


def test_json_tells_what_templates_see() -> None:
    found = json.loads(render(page(view()), "json"))
    post = found["posts"][1]
    assert post["accounts"][0]["preview"]["fold"]["after"] == 125
    assert post["fingerprint"] == brief().fingerprint


@pytest.mark.parametrize("topic", ["brief", "preview", "approve"])
def test_every_word_is_there_in_every_language(topic: str) -> None:
    keys = [sorted(topic_messages(language, topic)) for language in LANGUAGES]
    assert keys[0] == keys[1] == keys[2] != []
