/* The frame of the page and its style: calm colours, light and dark, two pages of A4 in print. */
#include "cli/report/html.h"

#include <string.h>

#include "cli/shared/say.h"
#include "core/base/utf8.h"

static const char style[] =
	":root{color-scheme:light dark;--paper:#fbfaf7;--ink:#24302f;--soft:#62706d;--line:#dcdfd9;"
	"--done:#2f7f79;--own:#7cb8a4;--perhaps:#c9d3cc;--skipped:#dcae62;--open:#b9a596;"
	"--rest:#a9cbc3;--water:#6d9fc4;--cramp:#c9806b;--pain:#7d5a8c}"
	"@media (prefers-color-scheme:dark){:root{--paper:#171c1c;--ink:#e4e8e4;--soft:#98a5a1;"
	"--line:#333c3b;--done:#57b0a6;--own:#3f7f72;--perhaps:#4a5753;--skipped:#c4954a;"
	"--open:#75685f;--rest:#2f5f59;--water:#5f92b8;--cramp:#cf8a74;--pain:#b08cc0}}"
	"@media print{:root{color-scheme:light;--paper:#fff;--ink:#24302f;--soft:#4f5b58;"
	"--line:#d3d7d1;--done:#2f7f79;--own:#7cb8a4;--perhaps:#c9d3cc;--skipped:#dcae62;"
	"--open:#b9a596;--rest:#a9cbc3;--water:#6d9fc4;--cramp:#c9806b;--pain:#7d5a8c}}"
	"*{box-sizing:border-box;-webkit-print-color-adjust:exact;print-color-adjust:exact}"
	"body{margin:0 auto;max-width:50rem;padding:2.2rem 1.4rem;background:var(--paper);"
	"color:var(--ink);font:15px/1.5 system-ui,sans-serif}"
	"h1{font-size:1.7rem;font-weight:600;line-height:1.2;margin:0}"
	"h2{font-size:1.02rem;font-weight:600;margin:1.5rem 0 0}"
	"p{margin:.1rem 0 "
	".5rem;color:var(--soft)}p::first-letter{text-transform:uppercase}.range{font-size:1.05rem;"
	"color:var(--ink)}"
	"figure{margin:0}svg{display:block;width:100%;height:auto;overflow:visible}"
	"svg text{font:11px system-ui,sans-serif;fill:var(--soft)}"
	".grid{stroke:var(--line);stroke-width:1}.pair{display:grid;gap:0 2rem;"
	"grid-template-columns:1fr 1fr}.key{display:flex;flex-wrap:wrap;gap:.1rem 1.1rem;"
	"font-size:.8rem;color:var(--soft);margin-top:.2rem}.key i{display:inline-block;width:.7em;"
	"height:.7em;border-radius:2px;margin-right:.4em}"
	"table{border-collapse:collapse;width:100%;font-size:.82rem;font-variant-numeric:tabular-"
	"nums;"
	"margin-top:.4rem}th,td{padding:.16rem .35rem;text-align:right;"
	"border-bottom:1px solid "
	"var(--line)}td{white-space:nowrap}th{vertical-align:bottom;font-weight:600;color:var(--"
	"soft)}"
	"th:first-child,td:first-child{text-align:left;padding-left:0}"
	".wide{overflow-x:auto}.words th,.words td{text-align:left}"
	".words td:last-child{white-space:normal;min-width:9rem}"
	"tr:last-child td{border-bottom:0}.sum td{font-weight:600;border-top:2px solid var(--line)}"
	"footer{margin-top:1.6rem;border-top:1px solid "
	"var(--line);padding-top:.6rem;font-size:.8rem;"
	"color:var(--soft)}@media (max-width:38rem){.pair{grid-template-columns:1fr}}"
	"@page{size:A4;margin:13mm 15mm}@media print{body{max-width:none;padding:0;font-size:9.6pt;"
	"line-height:1.38}h1{font-size:17pt}h2{font-size:10.5pt;margin-top:4.2mm}"
	"section,figure,tr{break-inside:avoid}.second{break-before:page;break-inside:auto}"
	".second h2:first-child{margin-top:0}table{font-size:8pt}th,td{padding:.4mm "
	"1.2mm}.wide{overflow:visible}"
	"footer{font-size:7.6pt;margin-top:4mm}}";

void html_text(FILE *out, const char *text)
{
	static const struct {
		char character;
		const char *name;
	} escapes[] = { { '&', "&amp;" },
			{ '<', "&lt;" },
			{ '>', "&gt;" },
			{ '"', "&quot;" },
			{ '\'', "&#39;" } };
	while (*text) {
		size_t bytes, i = 0;
		(void)utf8_value(text, &bytes);
		while (i < 5 && escapes[i].character != *text)
			i++;
		if (i < 5)
			fputs(escapes[i].name, out);
		else if (utf8_visible(text) > 0)
			fwrite(text, 1, bytes, out);
		text += bytes;
	}
}

void html_element(FILE *out, const char *tag, const char *text)
{
	fprintf(out, "<%s>", tag);
	html_text(out, text);
	fprintf(out, "</%.*s>\n", (int)strcspn(tag, " "), tag);
}

void html_begin(FILE *out, const char *title)
{
	/* The language of this page, as in HTML: "de" for German. */
	const char *language = _("en");
	fprintf(out,
		"<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
		"<meta name=\"viewport\" content=\"width=device-width\">\n"
		"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
		"style-src 'unsafe-inline'\">\n",
		language);
	html_element(out, "title", title);
	fprintf(out, "<style>%s</style>\n</head>\n<body>\n", style);
}

void html_end(FILE *out)
{
	fputs("</body>\n</html>\n", out);
}
