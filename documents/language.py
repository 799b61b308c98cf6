"""Tells a text in another language, so that it is refused for what it is: only English is read.

Languages of the Latin alphabet are told by their function words, the others by their letters. A text in
which English has its share is English, whatever it quotes and whatever stands in its other column.
"""

from __future__ import annotations

import re
from collections import Counter

# Words that stand in every text of the language and in none of the others.
_FUNCTION_WORDS = {
    "English": "the of and to that with by which from this its for shall be is are has have their on at all",
    "French": "le les des du et une dans pour sur par aux au est qui leur leurs ainsi ses ces cette avec",
    "Spanish": "el los las del y en por con para su sus al como una lo",
    "Portuguese": "os dos das da do e em por para com uma ao pela pelo não",
    "German": "der die das und den dem des zu von mit ihrer ihre im für auf eine einer ist",
}
_SCRIPTS = {
    "Russian": re.compile(r"[\u0400-\u04ff]+"),
    "Arabic": re.compile(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]+"),
    "Chinese": re.compile(r"[\u3400-\u9fff]"),
}
_WORD = re.compile(r"[^\W\d_]+")
_LANGUAGES: dict[str, list[str]] = {}
for _language, _words in _FUNCTION_WORDS.items():
    for _word in _words.split():
        _LANGUAGES.setdefault(_word, []).append(_language)

_WORDS_TO_EACH = 3  # words of a text for each function word in it
_EVIDENCE = 20  # words of another language that are no mere name or title
_SHARE = 0.1  # of English beside another language from which on it is English with quotations
_ENOUGH = 150  # English words that are worth reading whatever else the file holds


def foreign(text: str) -> str:
    """The name of the one other language that the text is in, "French"; "" where English has its share
    or there is too little to tell."""
    if text.count(" the ") * _WORDS_TO_EACH >= _ENOUGH:
        return ""  # enough without counting the others, which takes long
    hits: Counter[str] = Counter()
    for word, count in Counter(_WORD.findall(text.lower())).items():
        for language in _LANGUAGES.get(word, ()):
            hits[language] += count * _WORDS_TO_EACH
    for language, letters in _SCRIPTS.items():
        hits[language] = sum(1 for _ in letters.finditer(text))
    english = hits.pop("English", 0)
    language, words = max(hits.items(), key=lambda each: each[1])
    return language if words >= _EVIDENCE and english < min(words * _SHARE, _ENOUGH) else ""
