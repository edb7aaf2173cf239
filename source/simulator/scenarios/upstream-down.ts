/** An upstream goes away: for a minute only an empty master position shows it. */
export const scenario = `{
	"summary": "two upstreams go away for six minutes; only the relay says so, and only after a minute",
	"workers": 4,
	"sources": [
		{"name": "mysql-east", "rows": 300, "file": 71, "relay": true},
		{"name": "mysql-west", "rows": 290, "file": 69},
		{"name": "mysql-north", "rows": 120, "file": 18},
	],
	"tasks": [
		{"name": "deliveries", "sources": ["mysql-east", "mysql-west"], "unit": "Sync", "target": "freight.deliveries"},
		{"name": "routes", "sources": ["mysql-west", "mysql-north"], "mode": "incremental", "share": 0.3,
			"target": "freight.routes"},
		{"name": "drivers-copy", "sources": ["mysql-west"], "unit": "Dump", "progress": 0.05, "size": "30GB",
			"speed": "25MB", "tables": 48, "target": "freight.drivers"},
	],
	"events": [
		{"at": "15s", "every": "20m", "do": "upstream-down", "source": "mysql-east", "for": "6m"},
		{"at": "25s", "every": "20m", "do": "upstream-down", "source": "mysql-west", "for": "6m"},
	],
}
`;
