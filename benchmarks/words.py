"""What the generated plans say, and the pieces of YAML that say it."""

SHOPS = """
    民生店 赤峰店 美術館店 草悟道店 安平店 駁二店 北門店 礁溪店
""".split()
DRINKS = """
    冷萃咖啡 桂花拿鐵 鐵觀音鮮奶茶 手沖耶加雪菲 燕麥可可 柚香氣泡美式 紅玉紅茶 黑糖薑奶
    蜂蜜檸檬咖啡 杏仁卡布奇諾 百香冷泡茶 焙茶歐蕾
""".split()
CAKES = """
    檸檬磅蛋糕 伯爵司康 鹽可頌 芋泥捲 肉桂捲 抹茶生乳捲 巴斯克乳酪 花生瑪德蓮 桂圓核桃麵包
    蘋果塔 栗子蒙布朗 芝麻貝果
""".split()
PLACES = """
    靠窗的座位 老榕樹下的露台 二樓的長桌 吧台前的高腳椅 騎樓的木長凳 後院的小花園 書牆旁的沙發
    巷口的外帶窗
""".split()
GUESTS = """
    帶著筆電的設計師 剛接小孩放學的媽媽 騎車環島的學生 退休的國文老師 社區的讀書會
    值完夜班的護理師 第一次約會的兩個人 來躲雨的郵差 準備考試的高中生 每週三來寫信的阿嬤
""".split()
FARMS = """
    嘉義阿里山的小農 屏東的可可園 南投名間的茶行 花蓮的自然農場 雲林的花生油坊 台東的洛神田
    苗栗的草莓園 宜蘭的三星蔥農
""".split()
SENTENCES = """
    今天的{drink}用的是{farm}送來的新貨，我們試了{n}種比例才定下來。
    {guest}坐在{place}，點了一杯{drink}，說味道像小時候的下午。
    我們把{cake}的甜度調低了一點，配{drink}剛剛好。
    早上{hour}點出爐的{cake}，數量不多，先到先吃。
    有人問{drink}能不能做熱的，可以，只是香氣會走另一個方向。
    這禮拜{place}換了新的燈，拍照比較不會反光。
    {shop}的店長整理了{n}個在家沖煮的小技巧，其中一個是先溫杯。
    和{farm}合作到第{n}年，今年的風味比去年多了一點果酸。
    下雨天的{shop}很安靜，適合{guest}，也適合你。
    如果只能選一樣，我們的烘豆師會選{drink}和{cake}。
    自備杯子的朋友，外帶{drink}折{n}元，這件事我們做了很久。
    {cake}的配方改過{n}次，最後一次是聽了{guest}的建議。
    週末{hour}點之後，{place}可以留給帶寵物的朋友。
    想學拉花的人很多，{shop}下個月會開{n}個名額的小班。
    咖啡渣留下來，曬乾後送給附近的{farm}當堆肥。
    打烊前{n}分鐘來，常常會遇到正在練習的新同事，請給他們一點鼓勵。
    {guest}留下一張紙條，上面寫著：{cake}要一直賣下去。
    我們記得每一位熟客的習慣，例如{drink}不要冰，{cake}要加熱。
""".split()
INVITATIONS = """
    留言告訴我們你想喝哪一杯。
    點連結看{shop}今天的座位。
    收藏這篇，下次來{shop}就不用想了。
    回覆「想喝」就能拿到菜單。
    把這篇傳給上次和你一起來的朋友。
    這週來{shop}找我們聊聊。
""".split()
TOPICS = """
    新品故事 店裡的一天 沖煮筆記 熟客訪談 產地來信 本週優惠 節氣與茶 幕後花絮
""".split()

PEOPLE = {
    "佩君": "lead, publisher",
    "家豪": "author",
    "怡安": "designer",
    "志明": "reviewer",
    "雅筑": "author",
    "宗翰": "publisher",
    "欣怡": "moderator",
    "柏毅": "analyst",
}
PERSONAS = [
    ("office", "趕時間的上班族", "中午只有四十分鐘"),
    ("parent", "想喘口氣的家長", "帶小孩出門找不到座位"),
    ("student", "準備考試的學生", "圖書館太早關門"),
    ("retired", "退休的鄰居", "附近沒有可以聊天的地方"),
]

PERSON = """\
  - {{id: p{i}, name: {name}, roles: [{roles}], org: own, hours_per_week: 40}}
"""
GOALS = [
    ("friends", "期末前把好友數從九千人提高到一萬兩千人", "followers", 9000, 12000),
    ("visits", "期末前把每月的網站造訪從三千次提高到四千次", "site_visits", 3000, 4000),
    ("orders", "期末前把每月的報名從八十人提高到一百一十人", "registrations", 80, 110),
]
PILLAR = """\
  - {{id: {id}, name: {id}, share: 0.25}}
"""
HEAD = """\
socialplan: 1
title: 小熊咖啡全年社群計劃
purpose: 讓住在附近的人想到咖啡就想到我們
period: {{start: {start}, end: {end}}}
brand:
  name: 小熊咖啡
  market: TW
  industry: food
  promise: 走路十分鐘內的一杯好咖啡
  voice: {{tone: [親切, 誠實], avoid: [保證, 神奇], register: 口語}}
team:
{people}personas:
{personas}goals:
{goals}pillars:
{pillars}workflow:
  batch: {{day: mon, at: "10:00"}}
  remind: 30
  lead_days: 3
  quiet_hours: "23:00-07:00"
reviews:
  every: month
  day: mon
accounts:
"""
PERSONA = """\
  - id: {id}
    name: {name}
    age: "25-34"
    location: 台北
    interests: [咖啡, 散步, 閱讀]
    challenges: [{challenge}]
    evidence: 門市問卷與客服紀錄
"""
GOAL = """\
  - id: {id}
    statement: {statement}
    metric: {metric}
    baseline: {{value: {baseline}, date: 2026-12-31}}
    target: {target}
    due: {end}
    data_source: platform export
    evidence: 去年同期成長三成
    persona: office
    challenge: 中午只有四十分鐘
    because: 點餐快的店家才會被記得
    guard: block_rate
    accounts: [a1, a2]
"""
ACCOUNT = """\
  - id: a{i}
    platform: {platform}
    handle: kuma{i}
    owner: p{owner}
    staff: [p{owner}, p{staff}]
    positioning: {shop}的日常與優惠，第{i}號帳號
    purpose: {purpose}
    personas: [{persona}]
    followers: 9000
    cadence:
      - {{format: {format}, days: [mon, tue, wed, thu, fri], at: "{at}"}}
"""
POST = """\
  - id: post-{number}
    account: a{i}
    at: {day} {at}
    format: {format}
    topic: {topic}
    title: {drink}與{shop}的{topic}
    text: |
{text}
    persona: {persona}
    pillar: {pillar}
    goal: {goal}
    hook: {{attention: {guest}也喜歡, benefit: 少排隊}}
    call_to_action: 來坐坐
    link: {{url: "https://kuma.example/{number}"}}
    hashtags: [{hashtags}]
    assets:
      - {{url: "https://kuma.example/{number}.jpg", kind: image, source: own, alt: "{drink}"}}
    author: p{author}
    reviewer: p{reviewer}
    status: {status}
"""
