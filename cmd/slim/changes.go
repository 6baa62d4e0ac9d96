package main

// A change is what becomes of one file of Ebitengine.
type change struct {
	file string
	was  string // SHA-256 of the file as it came, hexadecimal; empty if there is none
	kind kind
	text string // what cut and uncover look for
}

type kind int

const (
	replace  kind = iota // by the stand-in of the same path
	remove               // nothing is left that needs it
	add                  // a stand-in that has no original
	redirect             // import package slog of the stand-ins where it imports log/slog
	cut                  // the line that has the text, and all below it
	uncover              // the screen is not painted black before a frame; the text says where that is decided
)

// ebitengine and version are what the changes are for; pretty is what GJSON formats with.
const (
	ebitengine = "github.com/hajimehoshi/ebiten/v2"
	version    = "v2.10.4"
	pretty     = "github.com/tidwall/pretty"
)

// changes lists them all. A file that is not as it was here is an error: look at what
// became of it, renew its stand-in, then its hash.
func changes() []change {
	return []change{
		{"internal/builtinshader/shader.go", "c37e473dfc068aa388ce180d730a56ba149aa1ae7ef1dab7939796a7a90e86a2", replace, ""},
		{"internal/colormshader/shader.go", "64d3e7652dfab658e1035362d64d814c747fef693ac66f32684bddba7bc0ae32", replace, ""},
		{"internal/debug/caller.go", "3399bb9882b1954d1e94569392ab06d695427b85c84af0c567ca2ffe7f9ffb02", replace, ""},
		{"internal/graphicscommand/image_js.go", "cc4b98f57f47ce6ae95cf42ee43337067834ce9f6810437b8a7af4ff69873359", replace, ""},
		{"internal/png/stdlibwriter.go", "45db32fc0ce9b711260802fac18b26506f3909d2dc193a2adde022100835d1c6", replace, ""},
		{"internal/vmguest/vmguest.go", "7da531ef7c0bc7f81ac04333a3bbf013f707e47189cb06665d77d7bc32fc6abe", replace, ""},
		{"internal/legacyshader/legacyshader.go", "c7fd4caa2671f0cd4a59f158438cfa1dcb19d5cea4d58b356895b7619a2a7878", replace, ""},
		{"internal/shaderir/program.go", "f84c1b2db95e564047a7a081b9255c6bc771e044dd9a5e9e9f63333eac280b0a", replace, ""},
		{"internal/shaderir/glsl/glsl.go", "5a43a0f1cc7042b4945783f5d332446ea9cddcd25d750b543aaeb3fe5c3d7928", replace, ""},
		{"internal/graphics/shader.go", "7edded0133e4f78df63dbdae9ef43105a7ba03143eafd5d264ed6d693a704918", remove, ""},
		{"internal/legacyshader/convert.go", "ba0edd363441e00f173f50b91293d3bbe09b41abc82724bae6b47a118e68bc11", remove, ""},
		{"internal/legacyshader/deprecated.go", "385a2d053c24464b7a83a17003e1977520c496f627ff9c66d2519fd24d725ec6", remove, ""},
		{"internal/png/stdlibpaeth.go", "f6b8d7c3e14e544827fb673a77d65489bea6492b0a5823e084a000fe4a982ed4", remove, ""},
		{"internal/png/stdlibreader.go", "334229fa55916bde2a1a7c4d84aa266bef8613151df47d7cfd318c692ffc9743", remove, ""},
		{"internal/shaderir/check.go", "a5530a1af5a28c1ba135cb50f99f1058270e8fd3bb61730a3954d9fc22f30aaa", remove, ""},
		{"internal/shaderir/glsl/type.go", "1b6491f4599894482fb95f5cb8f821d3ca59d64c4888b705ff8e29204cf60eba", remove, ""},
		{"internal/atlas/gpuresources.go", "3be72f1dddafff9a7454aef8e2dcfe7149f1f566618619976a57625cd94e8c10", redirect, ""},
		{"internal/thread/thread.go", "c4c8cc267764546102576d48f75456da3e84f9c32fadfc1a2537cf8e3d83c555", redirect, ""},
		{"internal/graphicsdriver/opengl/graphics.go", "18109972e02745988890eeb15b1053cfaff564c35c781e6b12c138f312532abf", uncover,
			"NeedsClearingScreen() bool {\n\treturn true\n"},
		{"internal/shaderir/type.go", "6cd5878f45e0eb01374b98a90fe36bb6c711bb4320c8f5d928f73b563b0e1f1b", cut, "func descendantLocalVars"},
		{"internal/slog/slog.go", "", add, ""},
	}
}
