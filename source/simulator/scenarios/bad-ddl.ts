/** DDL that stops replication: one at the start, and one that comes while you watch. */
export const scenario = `{
	"summary": "DDL that TiDB does not take: one since ten minutes, another after 20 s",
	"workers": 4,
	"warm-up": "12m",
	"sources": [
		{"name": "mysql-app-01", "rows": 310, "file": 57},
		{"name": "mysql-app-02", "rows": 280, "file": 55},
		{"name": "mysql-geo", "rows": 90, "file": 14},
	],
	"tasks": [
		{"name": "accounts", "sources": ["mysql-app-01", "mysql-app-02"], "unit": "Sync", "target": "app.accounts"},
		{"name": "places", "sources": ["mysql-geo"], "mode": "incremental", "target": "geo.places"},
		{"name": "prices", "sources": ["mysql-app-02"], "mode": "incremental", "share": 0.2, "target": "app.prices"},
	],
	"events": [
		// Skip it (binlog skip) or replace it, and the task continues.
		{"at": "-10m", "do": "error", "task": "places", "error": "bad-ddl",
			"sql": "ALTER TABLE geo.places ADD COLUMN spot POINT NOT NULL DEFAULT (POINT(1,1))"},
		{"at": "20s", "do": "error", "task": "accounts", "source": "mysql-app-01", "error": "bad-ddl",
			"sql": "ALTER TABLE app.accounts ADD COLUMN home GEOMETRY"},
		// TiDB parses this one and refuses it: DM does not try again by itself.
		{"at": "75s", "do": "error", "task": "prices", "error": "unsupported-ddl",
			"sql": "ALTER TABLE app.prices MODIFY COLUMN amount DECIMAL(8,1)"},
	],
}
`;
