/** An upstream that accepts connections but does not answer, and one that refuses them. */
export const scenario = `{
	"summary": "an upstream that freezes, which looks like a hung worker; another that refuses connections",
	"workers": 4,
	"sources": [
		{"name": "mysql-ice-01", "rows": 200, "file": 27},
		{"name": "mysql-ice-02", "rows": 210, "file": 29},
		{"name": "mysql-ice-03", "rows": 90, "file": 11},
	],
	"tasks": [
		{"name": "glaciers", "sources": ["mysql-ice-01", "mysql-ice-02"], "unit": "Sync", "target": "ice.glaciers"},
		{"name": "weather", "sources": ["mysql-ice-03"], "mode": "incremental", "target": "ice.weather"},
	],
	"events": [
		{"at": "15s", "every": "10m", "do": "upstream-hangs", "source": "mysql-ice-01", "for": "3m"},
		{"at": "-1m", "every": "10m", "do": "upstream-refuses", "source": "mysql-ice-03", "for": "4m"},
	],
}
`;
