"""Copy: do the words fit where they are published, and do they lead anywhere?"""

from socialplan.rules.copy.avoided_word import avoided_word
from socialplan.rules.copy.cjk_latin_spacing import cjk_latin_spacing
from socialplan.rules.copy.click_goal_without_link import click_goal_without_link
from socialplan.rules.copy.discount_misread import discount_misread
from socialplan.rules.copy.hashtag_shape import hashtag_shape
from socialplan.rules.copy.invitation_without_attention import invitation_without_attention
from socialplan.rules.copy.invitation_without_benefit import invitation_without_benefit
from socialplan.rules.copy.link_without_utm import link_without_utm
from socialplan.rules.copy.locale_words import locale_words
from socialplan.rules.copy.misdated_copy import misdated_copy
from socialplan.rules.copy.option_outside_limit import option_outside_limit
from socialplan.rules.copy.persona_without_posts import persona_without_posts
from socialplan.rules.copy.pillar_share_off import pillar_share_off
from socialplan.rules.copy.pillar_three_in_a_row import pillar_three_in_a_row
from socialplan.rules.copy.post_without_audience import post_without_audience
from socialplan.rules.copy.post_without_call_to_action import post_without_call_to_action
from socialplan.rules.copy.post_without_title import post_without_title
from socialplan.rules.copy.repeated_hashtag import repeated_hashtag
from socialplan.rules.copy.repeated_topic import repeated_topic
from socialplan.rules.copy.same_copy_on_several_platforms import same_copy_on_several_platforms
from socialplan.rules.copy.template_fatigue import template_fatigue
from socialplan.rules.copy.text_over_fold import text_over_fold
from socialplan.rules.copy.text_too_long import text_too_long
from socialplan.rules.copy.too_many_bubbles import too_many_bubbles
from socialplan.rules.copy.too_many_hashtags import too_many_hashtags
from socialplan.rules.copy.too_many_links import too_many_links
from socialplan.rules.copy.too_many_mentions import too_many_mentions
from socialplan.rules.copy.unclickable_link import unclickable_link
from socialplan.rules.copy.unfilled_placeholder import unfilled_placeholder
from socialplan.rules.copy.wall_of_text import wall_of_text
from socialplan.rules.copy.weekday_disagrees_with_date import weekday_disagrees_with_date

RULES = (
    text_too_long,
    text_over_fold,
    too_many_bubbles,
    wall_of_text,
    too_many_hashtags,
    hashtag_shape,
    too_many_mentions,
    option_outside_limit,
    too_many_links,
    repeated_hashtag,
    unclickable_link,
    link_without_utm,
    click_goal_without_link,
    post_without_title,
    post_without_call_to_action,
    post_without_audience,
    persona_without_posts,
    pillar_share_off,
    pillar_three_in_a_row,
    invitation_without_attention,
    invitation_without_benefit,
    avoided_word,
    unfilled_placeholder,
    cjk_latin_spacing,
    locale_words,
    discount_misread,
    weekday_disagrees_with_date,
    misdated_copy,
    same_copy_on_several_platforms,
    repeated_topic,
    template_fatigue,
)
