"""One letter of a name changed, dropped, moved or doubled so that it sounds otherwise: the slips that editors meet.

What is changed into what is a table of near sounds and near keys per script, written for the benches and not shared
with the product. The last two letters stay, because case endings live there.
"""

# ruff: noqa: E501 - a script is one line of the table
import random
import unicodedata

_NEAR = {
    "latin": "b:pdv c:gt d:tb f:vp g:kd h:kl j:gl k:gt l:rn m:n n:mr p:bt q:g r:ln s:tz t:dp v:bf w:m x:s z:s a:eo e:ai i:eu o:au u:oi",
    "cyrillic": "б:пд в:бф г:кд д:тб ж:шз з:сж к:гт л:рн м:н н:мр п:бт р:лн с:шз т:дп ф:вп х:к ц:сч ч:шц ш:жс а:ое е:иа и:еу о:ау у:ои і:еу",
    "arabic": "ب:تن ت:بث ث:شق ج:خش ح:جم خ:حج د:رب ر:دل ز:ري س:شت ش:سج ص:ضف ض:صط ط:صم ع:ف غ:عم ف:قب ق:فل ك:لت ل:كر م:نل ن:بم ه:م پ:تن چ:خ گ:لت ک:لت",
    "hebrew": "ב:כד ג:נר ד:רב ו:נ ז:ו ט:מ כ:בל ל:רכ מ:נל נ:מג ס:מ פ:בק צ:ר ק:רמ ר:דל ש:תל ת:חנ",
    "devanagari": "क:गत ख:घ ग:कघ च:ज ज:चल ट:डप ड:टब त:दप द:तब न:मल प:बत ब:पद म:न र:लन ल:रन व:ब श:सज स:शत ह:क ा:ीे ि:ेा ी:ाु ु:ोि ो:ुा े:ाि",
    "katakana": "ア:オ イ:エ ウ:オ エ:イ オ:ウ カ:ガタ キ:ギチ ク:グツ ケ:ゲテ コ:ゴト サ:タザ シ:ジチ ス:ズツ セ:ゼテ ソ:ゾト タ:ダパ チ:シ テ:デケ ト:ドコ ナ:マラ ニ:ミリ ヌ:ム ネ:メ ノ:モ ハ:パ ヒ:ピ フ:プ ヘ:ペ ホ:ポ マ:ナ ミ:ニ ム:ヌ メ:ネ モ:ノ ラ:ナ リ:ニ ル:ム レ:ネ ロ:ノ ガ:カ ギ:キ グ:ク ゲ:ケ ゴ:コ ダ:タ デ:テ ド:ト バ:パマ ビ:ピミ ブ:プム ベ:ペメ ボ:ポモ パ:バ ピ:ビ プ:ブ ペ:ベ ポ:ボ ン:ム",
    "hangul": "ᄀ:ᄂᄃ ᄂ:ᄆᄅ ᄃ:ᄂᄇ ᄅ:ᄂᄆ ᄆ:ᄂᄇ ᄇ:ᄆᄃ ᄉ:ᄐᄂ ᄌ:ᄉᄃ ᄎ:ᄉᄐ ᄏ:ᄐᄑ ᄐ:ᄑᄏ ᄑ:ᄐᄏ ᄒ:ᄏᄂ ᅡ:ᅩᅵ ᅥ:ᅡᅵ ᅩ:ᅡᅮ ᅮ:ᅵᅩ ᅵ:ᅡᅮ ᅦ:ᅩᅵ ᅢ:ᅩᅵ ᅳ:ᅡᅵ",
}  # fmt: skip
NEAR: dict[str, str] = {
    letter: others for row in _NEAR.values() for letter, _, others in (cell.partition(":") for cell in row.split())
}
_VOWELS = frozenset("aeiouyаеёиоуыэюяіїє")
_SILENT = frozenset("hےеeьъ'’-عءאהו")
"""Letters whose loss may not be heard."""
KEPT_END = 2
LEAST = 4
"""Letters that a name needs to be misspelled in an alphabet; two signs in Chinese."""
HAN = ("\u4e00", "\u9fff")


def is_han(text: str) -> bool:
    """Whether `text` is written in Chinese characters only."""
    return bool(text) and all(HAN[0] <= c <= HAN[1] for c in text)


def misspelled(name: str, rng: random.Random, signs: str = "") -> str | None:
    """`name` with one slip, or None if it is too short; `signs` are Chinese characters of other names to draw from."""
    if is_han(name):
        return _other_sign(name, rng, signs)
    letters = list(unicodedata.normalize("NFD", name)) if _hangul(name) else list(name)
    end = len(letters) - (0 if _hangul(name) else KEPT_END)
    found = [slip for at in range(end) for slip in _slips(letters, at)]
    kinds = sorted({kind for kind, _ in found})
    if len(name) < (2 if _hangul(name) else 3 if _kana(name) else LEAST) or not kinds:
        return None
    # The kind first: there are more changes than drops.
    kind = rng.choice(kinds)
    return unicodedata.normalize("NFC", rng.choice([text for k, text in found if k == kind]))


def _hangul(name: str) -> bool:
    return any("\uac00" <= c <= "\ud7a3" for c in name)


def _kana(name: str) -> bool:
    return any("\u30a0" <= c <= "\u30ff" for c in name)


def _other_sign(name: str, rng: random.Random, signs: str) -> str | None:
    choices = sorted(set(signs) - set(name))
    if len(name) < 2 or not choices:
        return None
    at = rng.randrange(len(name))
    return name[:at] + rng.choice(choices) + name[at + 1 :]


def _slips(letters: list[str], at: int) -> list[tuple[str, str]]:
    """(kind, text) of the slips at one letter."""
    letter = letters[at]
    before, after = letters[:at], letters[at + 1 :]
    found = []
    for other in NEAR.get(letter.lower(), ""):
        near = other.upper() if letter.isupper() else other
        found.append(("changed", "".join([*before, near, *after])))
    following = after[0] if after else ""
    jamo = "\u1100" <= letter <= "\u11ff"
    if at and not jamo and following and letter.lower() in NEAR and letter.lower() not in _SILENT:
        if letter not in (letters[at - 1], following) and letter.isalpha():
            found.append(("dropped", "".join([*before, *after])))
        # Two vowels swapped may sound the same, as may a letter and a mark.
        vowels = letter in _VOWELS and following in _VOWELS
        if following.isalpha() and following != letter and not vowels and following not in _SILENT and len(after) > 1:
            found.append(("swapped", "".join([*before, following, letter, *after[1:]])))
        if letter in _VOWELS and following not in _VOWELS and letters[at - 1] not in _VOWELS:
            found.append(("doubled", "".join([*before, letter, letter, *after])))
    return found
