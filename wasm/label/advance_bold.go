package label

// Upper-bound advances of weight 600 and above, see advance.go for their making and their code.
// One character a rune, 96 runes a line.
const (
	// U+0020 to U+06FF: Latin to Arabic.
	boldBasic = "7>DVMaX4>>CV9;9;MMMMMMMMMM::VVVH`RQOVLLUV9DRK`VWOWROLTRgROO>;>VD@LNFNL<NN66K6cNLNN@G?NJ\\JJFNDNV " +
		"                                7>MMIMDDG`EJV `D@V==@PJ9@=EJcccHRRRRRRfOLLLL9999VVWWWWWVWTTTTOPO" +
		"LLLLLLdFLLLL6666LNLLLLLVLNNNNJNJRLRLRLOFOFOFOFVOVNLLLLLLLLLLUNUNUNUNVN_S9696969696ULD6RKKK6K6K?K" +
		"DK8VNVNVN_VNWLWLWLkgR@R@R@OGOGOGOGL?LBL?TNTNTNTNTNTNg\\OJOOFOFOF<NTQNQNOOFVYQNLLWMLDUSc<9RK8HcVNW" +
		"XLi\\SNROGLD?N?LYQWUTROFRRIFMRIEN8KC8~{ta_LnldRL96WLTNTNTNTNTNLRLRLfdUNUNRKWLWLRF6~{tUNsSVNRLfdWL" +
		"RLRLLLLL9696WLWLR@R@TNTNOGL?MGVNVXTKOFRLLLWLWLWLWLOJ@XA6ffROFILGFSHQTRLL86XSR@OJLNNNFFNSLLYDDUO6" +
		"SNIJINNNC=CDM6VcccNSNL[VUCCJ@@GGJJG;<GD??[RKJ\\JOMLIIEEEEWIOLM6OCSEEjnj_R\\bXRFGLS>>/555;F;4B99988" +
		"55@@@@AA4@@@4@@@6688@@;5@@@@@B7@;/9;5@@@@@;;A@K;;66@8BB@33333BBC                                " +
		"                                                                                MEbV44VO``EFDD:8" +
		"````EET9WaE`Y`_Z;RQIRLOVW9RR`VLWVO`LLOXRYW9OLDN;LLNLLDFNL;NIPLFLSNFRILSJVX;LLLXRJOP_PU`PWLOFLBMK" +
		"[IfVVN\\POJSKQNLFPNF6WJJPNO`UNMOMLLYIOO99DjiYUVRVRQQIYLoNVVUV`VWVOOLR`R\\Tpu]cQOlRLMIBTL`FOOLOWMLM" +
		"NFFJ`JPLdgQZIF_JLLNBFG666`^PLOJMfYVPaV`VwhWLpaMDedWLWMWMukeXzlfYOFJ       ^TQHONIBKCTKo`NFRLULUL" +
		"aU^TgXrb]WOFLFOJOJRJhaTOTLTNbTbT9o`RJ]TVM^TTLh\\9RLRLfdLLWLWLo`NFRIVOVOWLWLWLOFRJRJRJTLIBcZKCRJRJ" +
		"QIk\\h[UMpbsaVK]TMDVOsee_faWNg\\ULrdrb^TVOQJ~uQKSM`WORROOJO\\ROD^SPJOROUMNNOLXNUOUMLMIWMSW``66485>>" +
		"__JNOJJEJQNJ5`IJJKJJJ5J@J9_ELJJ_JJ?_JHUT78<``UUQ`                                             ; " +
		"B  8  @ ````````OH=FL6:LL6EEGMO7=LKLKKJPGSO````GKMN=N```````````      KK`YkJ98lL           : J>F" +
		"UB99K9a9jJjjPPPJJHH}}}}eeLL__UUU6m`_ZSZJKaa                     HHHHHIHIIHH89Ej` 8883DKKajjjjjjj" +
		"jPPQPPQQJJJJJJJJJHHHHLHHHH}}}}}eLmmmmmm``brb___bbbbbbZZZZZZZZZ\\QJSSSJJKKKKKKahaKaa]]5I        f " +
		"     /7  G    J?HHHHIIHIIH}}IBN^"
	// U+0900 to U+0EFF: Devanagari to Lao.
	boldIndic = "   TWWiBBFU[QGGGGiiiiUZHJMMQUTVCHHGTHNDLHHHUHRJI==PTTGPHPE T BTTT        TTTT UTa       UZHUHGUI" +
		"[Q  :IEEEEEEEEEE=5WWiiWWGUIHTAHHF ]]`^qEOPY\\J``T[``R\\WPMKQFO`WeFIPFJONIII`QYIPJKI`R```NLNE`` EUU" +
		"U    ``[[``nn E````````U````PF`K\\J  ``HHHHHHHHHHIIGJGOR5N@M4F= ``  a`UfZZNN````HU``NUKJVUIMMKGGH" +
		"MJMJFJKJM`JIKIIQH`NN`GJ`IH`` `UXX  ````  ``   ``` ```````JVLH`I```````FFFFFFFFFF  HN~ 4`````````" +
		"`  R`]oLLK\\ZQ]`]]o`ooCTNKCNSYQP@DBCZHMAJG`GCSXIJ?`MT`HPHQK`` ATTT     `  T`TT ``_```````````````" +
		"_Q  ``EEEEEEEEEE:W```````Y      ` is`QaWWW\\XH``O_``R`SRRRSORSOTPSRRRRPSPQ`R]Q[RWT`[W`QRRPP`` ;c " +
		"k    ``yy``~~ ```````  c````RR`ZXH  ``EEFEEEEEEEQR3AOAIM`````````` ``o}oVf~```YYh`ii~[```lT`h`wP" +
		"```~[```YwV```\\cM_hl\\js~{~````qX h~```~w~`~~~ ``r``````~``````````````L[fgdliYow__gfy~h}~lt`````" +
		" Zi[ [ZPdYm~^`RRT`SSSFVHhSVVSubVHTTYYQQQR`RRTThuH[RNZRIRRi`` J   \\sbt`   `    ```````  `VSR`GG``" +
		"~v  ``ONTEPROHUO```````hL4CQIHHSH kZh^]Tfv~rT`WWY`XXXI\\MeXZ\\X{f[MVV_LUUUR`XXYZoyM_UR`XMYRX`` Ae " +
		"{\\yMe` cP`y~  ```````cP`````GG^`~T  ``MMMMMMMMMM`EZk````````````  e\\I~~d~Q~at`z{~`Vz~jg_~la~a~~H" +
		"Nv~~i_N``i_p}PUjUP]SOdjrvuS  BiVV    `wn~`~~~ Dw````NjUyvpld~~~~a~  ``H_\\lXgvUdoi`~Tbx~~~o~lUvkw" +
		"` i]`PgefTOPtw~j~XX~ZZ~```d\\\\X\\gXVU~xo`UY[[qe`UHY_`QUW[aY[WO`Z``W]UX_TY``` ````a^^   ` `gss~~~~m" +
		"``````9Yo~UH\\:Oo``~ms````````````HFGJKIEDHGG\\\\IIEJ]\\IJHJDJIILLONIJHBHGIAKLGHNFGC7 <<       ````F" +
		"6J767<I        JECJECDBPEDUZ`````````````````````````````````````IG`G`^:EJG`JG]MK_dWHJHOHHGHNNOO" +
		"SIHG`J`FLLJOIGGF7 77         F``4E787`I`       `GFFGIIJIIR``^aIH````````````````````````````````"
	// U+10A0 to U+10FF: Georgian.
	boldGeorgian = "XWSVLYS]ANaYQ[VR_MJWYOQOPNU]IHOO`RMNPW`G`````F``FHH[GGJ[GFiHHXGJWHRIZGWHHHMHHHHFFNHGFJ\\GHHDE8FHH"
	// U+1E00 to U+1FFF: Latin Extended Additional, Greek Extended.
	boldLatinMore = "RLQNQNQNOFVNVNVNVNVNLLLLLLLLLLL<UNVNVNVNVNVN9696RKRKRKI6I6I6I6`c`c`cVNVNVNVNWLWLWLWLONONR@R@R@R@" +
		"OGOGOGOGOGL?L?L?L?TNTNTNTNTNRJRJg\\g\\g\\g\\g\\RJRJOJOFOFOFN?\\JL<<<ZLRLRLRLRLRLRLRLRLRLRLRLRLLLLLLLLL" +
		"LLLLLLLL9696WLWLWLWLWLWLWLXLXLXLXLXLTNTNYQYQYQYQYQOJOJOJOJ]JPGKELLLLLLLLRRcc\\^VWDDDDDD``SSggbd``" +
		"NNNNNNNN]]qplndd;;;;;;;;CBRSPPLLLLLLLL``Z\\oodf``LLLLLLLL`\\`l`m`dXXXXXXXX[^pqegbeLLDDNN;;LLLLXX``" +
		"LLLLLLLLgfppnomnNNNNNNNNrr}}~|{{XXXXXXXXrs~~{|xxLLLLL`LLRRYTg@E@GFNNN`NN\\WfalEEF;;;;``;;99HE`EEF" +
		"LLLLNNLLOOb_VEEE``XXX`XXeYfZmE@`"
	// U+2000 to U+206F: General Punctuation.
	boldPunctuation = "@`@`60+M9-'     ;;MD``DD9999KKKKDDII@K`7GG     -}~4DP<JXO;;_IF@UU<h@+>>bVVFJJJD:UDD`UVLbXX9XW99/" +
		"     `          "
	// U+20A0 to U+20CF: Currency Symbols.
	boldCurrency = "\\MMMMcM~ng[MMMMzMMOMXMMOMMMTXMIEGG``````````````"
	// U+2100 to U+214F: Letterlike Symbols.
	boldLetterlike = "hkOnZfjJMfFe[YNNPMWB_Vm`VPW]WTZNbr`QQFWWQ;RR\\UWIOULl?SO@L9]}SPJXVREIQVNL66NXJRDb"
)
