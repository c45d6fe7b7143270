"""Assets: is the picture there, may it be used, and does the platform take it?"""

from socialplan.rules.media.ai_image_unlabelled import ai_image_unlabelled
from socialplan.rules.media.alt_text_missing import alt_text_missing
from socialplan.rules.media.alt_text_too_long import alt_text_too_long
from socialplan.rules.media.asset_missing import asset_missing
from socialplan.rules.media.asset_without_source import asset_without_source
from socialplan.rules.media.file_format import file_format
from socialplan.rules.media.file_size import file_size
from socialplan.rules.media.image_format import image_format
from socialplan.rules.media.image_ratio import image_ratio
from socialplan.rules.media.image_size import image_size
from socialplan.rules.media.licence_expired import licence_expired
from socialplan.rules.media.licence_missing import licence_missing
from socialplan.rules.media.media_required import media_required
from socialplan.rules.media.no_image_in_visual_platform import no_image_in_visual_platform
from socialplan.rules.media.too_many_images import too_many_images
from socialplan.rules.media.user_content_without_consent import user_content_without_consent
from socialplan.rules.media.user_content_without_credit import user_content_without_credit
from socialplan.rules.media.video_format import video_format
from socialplan.rules.media.video_length import video_length
from socialplan.rules.media.video_ratio import video_ratio
from socialplan.rules.media.video_size import video_size

RULES = (
    asset_missing,
    asset_without_source,
    licence_missing,
    licence_expired,
    user_content_without_consent,
    user_content_without_credit,
    ai_image_unlabelled,
    media_required,
    no_image_in_visual_platform,
    too_many_images,
    alt_text_missing,
    alt_text_too_long,
    image_size,
    image_ratio,
    image_format,
    video_length,
    video_size,
    video_ratio,
    video_format,
    file_size,
    file_format,
)
