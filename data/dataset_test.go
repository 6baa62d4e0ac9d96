package data

var goodFiles = []string{"complete.json", "hostile.json", "bilingual.json"}
