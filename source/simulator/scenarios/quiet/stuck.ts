/** Work that makes no progress while DM reports nothing. */
export const scenario = `{
	"summary": "a syncer and a dump that have not moved for minutes, though their stage says Running",
	"workers": 4,
	"warm-up": "10m",
	"sources": [
		{"name": "mysql-mill-01", "rows": 260, "file": 38},
		{"name": "mysql-mill-02", "rows": 240, "file": 36},
	],
	"tasks": [
		{"name": "grain", "sources": ["mysql-mill-01", "mysql-mill-02"], "unit": "Sync", "target": "mill.grain"},
		{"name": "flour", "sources": ["mysql-mill-02"], "mode": "incremental", "share": 0.3, "target": "mill.flour"},
		{"name": "ledgers", "sources": ["mysql-mill-01"], "mode": "full", "unit": "Dump", "progress": 0.2, "size": "60GB",
			"speed": "30MB", "tables": 80, "target": "mill.ledgers"},
	],
	"events": [
		{"at": "-4m", "do": "stalls", "task": "grain", "source": "mysql-mill-01", "for": "14m"},
		{"at": "-3m", "do": "stalls", "task": "ledgers", "for": "9m"},
		{"at": "20s", "do": "stalls", "task": "flour", "for": "4m"},
	],
}
`;
