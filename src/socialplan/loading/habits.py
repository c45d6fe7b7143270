"""What people write out of habit, from other tools or in Chinese, and what it is called here."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

_HABITS = {
    "alt_text": ("alt",),
    "alttext": ("alt",),
    "assignee": ("author",),
    "audience": ("persona", "personas", "segment"),
    "body": ("text",),
    "caption": ("text",),
    "channel": ("account",),
    "channels": ("accounts",),
    "checker": ("reviewer",),
    "content": ("text",),
    "copy": ("text",),
    "cta": ("call_to_action",),
    "date": ("at",),
    "datetime": ("at",),
    "day": ("days", "at"),
    "deadline": ("due",),
    "description": ("text",),
    "end_date": ("end", "to", "due", "period"),
    "engagement": (),
    "fans": ("followers",),
    "frequency": ("cadence", "every"),
    "friends": ("followers",),
    "giveaway": ("lottery",),
    "greeting": ("welcome",),
    "headline": ("title",),
    "image": ("assets",),
    "images": ("assets",),
    "kpi": ("metric",),
    "media": ("assets",),
    "members": ("team", "followers"),
    "name": ("title",),
    "objective": ("goal", "statement"),
    "objectives": ("goals",),
    "pain_points": ("challenges",),
    "people": ("team",),
    "percent": ("share",),
    "percentage": ("share",),
    "photo": ("assets",),
    "photos": ("assets",),
    "picture": ("assets",),
    "pictures": ("assets",),
    "poster": ("publisher",),
    "raffle": ("lottery",),
    "saas": ("technology",),
    "schedule": ("cadence",),
    "slots": ("cadence",),
    "software": ("technology",),
    "start_date": ("start", "from", "period"),
    "subject": ("title",),
    "subscribers": ("followers",),
    "tech": ("technology",),
    "time": ("at",),
    "type": ("format", "kind"),
    "url": ("link",),
    "video": ("assets",),
    "videos": ("assets",),
    "weekday": ("days",),
    "weekdays": ("days",),
    "when": ("at",),
}
# Words of Taiwan and the mainland; the first that fits the place counts.
_IN_CHINESE = {
    "代號 代号": ("id",),
    "主旨 標題 标题": ("title", "name"),
    "內文 內容 文案 文字 内文 内容": ("text",),
    "名稱 名字 姓名 名称": ("name", "title"),
    "期間 起訖 期间 起讫": ("period",),
    "市場 市场": ("market",),
    "產業 行業 产业 行业": ("industry",),
    "語言 语言": ("locale",),
    "時區 时区": ("timezone",),
    "語氣 口吻 语气": ("tone", "voice"),
    "成員 人員 成员 人员": ("team",),
    "帳號 账号 賬號": ("account", "accounts", "handle"),
    "平台": ("platform",),
    "方案 價格方案 推廣方案 价格方案": ("subscription",),
    "日期 時間 时间": ("at", "date", "due"),
    "發文時間 發布時間 發佈時間 發文日期 发文时间 发布时间 发文日期": ("at",),
    "星期 禮拜 礼拜": ("days",),
    "開始日期 起始日期 开始日期": ("start", "from"),
    "結束日期 结束日期 結束 结束 截止": ("end", "to", "due"),
    "期限 截止日": ("due", "end"),
    "狀態 状态": ("status",),
    "格式 形式": ("format",),
    "限動": ("story",),
    "短影音 短视频": ("reel", "short", "video"),
    "推播": ("broadcast",),
    "備註 备注": ("note",),
    "連結 链接": ("link", "url"),
    "圖片 圖檔 图片 照片": ("assets", "image"),
    "影片 视频": ("assets", "video"),
    "標籤 主題標籤 标签": ("hashtags", "tags"),
    "拉新 招募 招新 引流": ("invite", "attract"),
    "促活": ("activate",),
    "成交": ("close", "convert"),
    "歡迎語 歡迎詞 迎新 欢迎语 欢迎词": ("welcome",),
    "行動呼籲 行动号召": ("call_to_action",),
    "檔期 行銷活動 营销活动": ("campaign", "campaigns"),
    "邀請語 邀請函 邀请语 邀请函": ("invitation",),
    "群規 群规": ("rules", "rules-reminder"),
    "任務 任务": ("task", "tasks", "task-reminder"),
    "問答 问答": ("q-and-a",),
    "話題 话题": ("hashtags", "discussion"),
    "討論 讨论": ("discussion",),
    "抽獎活動 抽奖活动": ("lottery",),
    "轉介紹 转介绍": ("refer", "referral"),
    "業配 贊助 廣告 赞助 广告": ("sponsored",),
    "構想 靈感 构想 灵感": ("idea",),
    "初稿 撰寫中 製作中 撰写中 制作中": ("draft",),
    "已審核 審核通過 核准 定稿 已审核 审核通过": ("approved",),
    "已預約 預約發文 定时发布": ("scheduled",),
    "暫停 延後 暂停 延后": ("on_hold",),
    "取消": ("cancelled",),
    "需要 必須 必须": ("required",),
    "不需要 不用": ("optional",),
    "待審 待審核 審核中 送審 待审 待审核 审核中 送审": ("in_review",),
    "已完成 完成": ("done", "published"),
    "已發 已發出 已發佈 已發文 已上線 已发 已发出 已发文 已上线": ("published",),
    "負責人 负责人": ("owner", "author"),
    "目標 目标": ("goal", "goals", "statement"),
    "目標值 目标值": ("target",),
    "現況 现状": ("baseline",),
    "指標 指标": ("metric",),
    "好友 好友數 好友人數 好友数 好友人数": ("followers",),
    "粉絲 粉絲數 粉絲人數 追蹤人數 粉丝 粉丝数 粉丝人数": ("followers",),
    "客群 受眾 對象 目標對象 受众 人群 对象 目标对象": ("persona", "personas", "segment"),
    "頻率 時段 频率 时段": ("cadence", "every", "at"),
    "年齡 年紀 年龄": ("age",),
    "性別 性别": ("gender",),
    "學歷 教育 学历": ("education",),
    "職業 工作 职业": ("job",),
    "所在地 地點 地点": ("location",),
    "興趣 兴趣": ("interests",),
    "痛點 挑戰 痛点 挑战": ("challenges",),
    "習慣 习惯": ("habits",),
    "角色": ("roles",),
    "小編 編輯 撰稿 撰文 作者 小编 编辑": ("author",),
    "美編 美術 設計師 美编 美工 设计师": ("designer",),
    "審稿 審核者 審核人 校對 审稿 审核人 校对": ("reviewer",),
    "老闆 店長 主管 老板 店长": ("lead",),
    "客服 版主 管理員 管理员 群主 群管": ("moderator",),
    "分析師 分析师": ("analyst",),
    "總業績 業績 營業額 營收 銷售額 业绩 营业额 营收 销售额": ("total_sales",),
    "烘焙 麵包 甜點 食品 面包 甜点": ("food",),
    "餐飲 餐廳 咖啡廳 咖啡店 小吃 餐饮 餐厅 咖啡馆": ("restaurant",),
    "美妝 保養 保養品 化妝品 美妆 护肤 化妆品": ("cosmetics",),
    "服飾 服裝 服饰 服装": ("fashion",),
    "保健食品 營養品 保健品 营养品": ("supplement",),
    "醫療 診所 医疗 诊所": ("medical",),
    "旅遊 旅宿 旅游": ("travel",),
    "寵物 宠物": ("pets",),
    "母嬰 嬰幼兒 母婴": ("baby",),
    "零售 電商 电商": ("retail",),
    "健身 運動 运动": ("fitness",),
    "金融 理財 理财": ("finance",),
    "補習班 教培": ("education",),
    "房地產 不動產 房地产": ("real-estate",),
    "酒類 酒吧 酒类": ("alcohol",),
    "科技 軟體 软件": ("technology",),
    "公益 非營利 非营利": ("nonprofit",),
}
_MEANT = _HABITS | {word: names for words, names in _IN_CHINESE.items() for word in words.split()}


def by_habit(written: str, known: Collection[str]) -> str | None:
    """Find the known name that is meant by another word for it, e.g. one of our own pages."""
    for name in _MEANT.get(written.strip().lower().replace("-", "_").replace(" ", "_"), ()):
        if name in known:
            return name
    return None if written.isascii() else _on_our_pages(written.strip(), known)


def is_another_thing(written: str) -> bool:
    """Say whether a word only looks like one of ours: `engagement` is no segment."""
    return _MEANT.get(written.strip().lower()) == ()


def _on_our_pages(written: str, known: Collection[str]) -> str | None:
    """Find what pages call by this word: 草稿 is how they show `draft`."""
    from socialplan.translating import LANGUAGES, topic_messages

    pages = [(language, topic) for topic in ("views", "preview") for language in LANGUAGES]
    for language, topic in pages:
        for key, word in topic_messages(language, topic).items():
            if word == written and key.partition("-")[2] in known:
                return key.partition("-")[2]
    return None
