package fold

// letters returns what is written for letters that Unicode does not take apart, and Latin
// letters for those of other scripts: near enough to find "Zelenskyy" by "Зелен", not a
// transliteration that anybody would print.
func letters() map[rune]string {
	return map[rune]string{
		'ß': "ss", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th", 'æ': "ae", 'œ': "oe",
		'ı': "i", 'ħ': "h", 'ŋ': "ng", 'ŧ': "t", 'ə': "e", 'ǝ': "e", 'ɛ': "e", 'ɔ': "o",
		'ɓ': "b", 'ɖ': "d", 'ɗ': "d", 'ƙ': "k", 'ɲ': "n", 'ƴ': "y", 'ɨ': "i", 'ʉ': "u",
		'ƶ': "z", 'ĸ': "k", 'ȷ': "j", 'а': "a", 'б': "b", 'в': "v", 'г': "g", 'ґ': "g",
		'ѓ': "g", 'д': "d", 'ђ': "d", 'е': "e", 'є': "e", 'ж': "zh", 'з': "z", 'и': "i",
		'і': "i", 'ј': "j", 'к': "k", 'л': "l", 'љ': "lj", 'м': "m", 'н': "n", 'њ': "nj",
		'о': "o", 'п': "p", 'р': "r", 'с': "s", 'т': "t", 'ћ': "c", 'у': "u", 'ф': "f",
		'х': "kh", 'ц': "ts", 'ч': "ch", 'џ': "dz", 'ш': "sh", 'щ': "shch", 'ъ': "", 'ы': "y",
		'ь': "", 'э': "e", 'ю': "yu", 'я': "ya", 'α': "a", 'β': "v", 'γ': "g", 'δ': "d",
		'ε': "e", 'ζ': "z", 'η': "i", 'θ': "th", 'ι': "i", 'κ': "k", 'λ': "l", 'μ': "m",
		'ν': "n", 'ξ': "x", 'ο': "o", 'π': "p", 'ρ': "r", 'σ': "s", 'ς': "s", 'τ': "t",
		'υ': "y", 'φ': "f", 'χ': "ch", 'ψ': "ps", 'ω': "o", 'ѕ': "dz", 'қ': "k", 'ҡ': "k",
		'ғ': "g", 'ң': "n", 'ү': "u", 'ұ': "u", 'ө': "o", 'һ': "h", 'ҳ': "h", 'ә': "a",
		'җ': "zh", 'ҷ': "j",
		// Arabic: the shapes of one letter; Persian and Urdu letters that stand for an Arabic one.
		'ٱ': "ا", 'ى': "ي", 'ة': "ه", 'ی': "ي", 'ک': "ك", 'ہ': "ه", 'ھ': "ه", 'ە': "ه",
		'ۃ': "ه", 'ڪ': "ك", 'ے': "ي", 'ـ': "", 'ء': "",
		// Hebrew: the forms at the end of a word.
		'ך': "כ", 'ם': "מ", 'ן': "נ", 'ף': "פ", 'ץ': "צ",
	}
}

// spelled returns the letters that some spell by two, and others by the bare one.
func spelled() map[rune]string {
	return map[rune]string{
		'ä': "ae", 'ö': "oe", 'ü': "ue", 'å': "aa", 'ø': "oe", 'đ': "dj", 'ё': "yo", 'й': "y",
		'х': "h",
	}
}
