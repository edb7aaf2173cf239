/** A whole migration, from the first dump to the last second of lag, in ten minutes. */
export const scenario = `{
	"summary": "a migration in ten minutes: dump, load, an error, catching up, a last shard DDL, all well",
	"workers": 4,
	"warm-up": "1m",
	"sources": [
		{"name": "mysql-old-01", "rows": 900, "file": 310},
		{"name": "mysql-old-02", "rows": 840, "file": 305},
		{"name": "mysql-old-03", "rows": 60, "file": 42},
	],
	"tasks": [
		{"name": "core", "sources": ["mysql-old-01", "mysql-old-02"], "mode": "all", "shard-mode": "pessimistic",
			"state": "new", "size": "5GB", "speed": "40MB", "tables": 180, "headroom": 6, "target": "core.items",
			"validation": "fast"},
		{"name": "reference-data", "sources": ["mysql-old-03"], "mode": "full", "state": "new", "size": "700MB",
			"speed": "18MB", "tables": 41, "target": "core.reference"},
		{"name": "sessions", "sources": ["mysql-old-03"], "mode": "incremental", "state": "new", "share": 0.5,
			"target": "core.sessions"},
	],
	"events": [
		{"at": "5s", "do": "start", "task": "reference-data"},
		{"at": "10s", "do": "start", "task": "core"},
		{"at": "15s", "do": "start", "task": "sessions"},

		// The night's first scare: TiDB is restarted in the midst of the load.
		{"at": "3m20s", "do": "error", "task": "core", "error": "connection-lost", "for": "40s"},

		// The shop is busy for a while: the lag grows before it falls.
		{"at": "6m", "do": "upstream-load", "source": "mysql-old-01", "rows": 3200, "for": "50s"},

		// A forgotten application still writes rows that are there already; a colleague repairs them.
		{"at": "7m10s", "do": "error", "task": "sessions", "error": "duplicate-entry", "for": "45s"},
		{"at": "7m58s", "do": "resume", "task": "sessions"},

		// The last DDL before the switch, on all shards.
		{"at": "8m30s", "do": "shard-ddl", "task": "core", "arrives": ["0s", "35s"],
			"sql": "ALTER TABLE \`core\`.\`items\` ADD COLUMN \`migrated_at\` DATETIME"},

		// The old application is switched off: the lag goes to nothing.
		{"at": "9m30s", "do": "upstream-load", "source": "mysql-old-01", "rows": 0},
		{"at": "9m35s", "do": "upstream-load", "source": "mysql-old-02", "rows": 0},
	],
}
`;
