/** A downstream that is too slow: the lag grows, and later falls. */
export const scenario = `{
	"summary": "a downstream that is too slow for its upstream: the lag grows for eight minutes, then falls",
	"workers": 3,
	"warm-up": "10m",
	"sources": [
		{"name": "mysql-tide-01", "rows": 900, "file": 88},
		{"name": "mysql-tide-02", "rows": 300, "file": 40},
	],
	"tasks": [
		// As fast as its upstream on an ordinary minute, and no faster.
		{"name": "readings", "sources": ["mysql-tide-01"], "unit": "Sync", "headroom": 1.3, "target": "tide.readings"},
		{"name": "stations", "sources": ["mysql-tide-01", "mysql-tide-02"], "mode": "incremental", "share": 0.1,
			"target": "tide.stations"},
		// Hours behind, and catching up.
		{"name": "archive", "sources": ["mysql-tide-02"], "mode": "incremental", "behind": "3h", "headroom": 4,
			"share": 0.4, "target": "tide.archive"},
	],
	"events": [
		{"at": "-2m", "do": "upstream-load", "source": "mysql-tide-01", "rows": 1500, "for": "10m"},
	],
}
`;
