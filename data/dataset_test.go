package data

var goodFiles = []string{"complete.json"}
