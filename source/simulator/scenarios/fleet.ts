/** As many tasks as one cluster ever has. */
export const scenario = `{
	"summary": "1,000 tasks on 100 sources, each on one to three of them",
	"warm-up": "90s",
	"workers": 104,
	"sources": [
		{"name": "mysql-tenant-{001}", "repeat": 100, "rows": 160, "file": 44},
	],
	"tasks": [
		{"name": "tenant-{0001}", "repeat": 955, "sources": {"least": 1, "most": 3}, "mode": "incremental", "share": 0.05},
		{"name": "tenant-{0956}", "repeat": 20, "sources": {"least": 1, "most": 3}, "unit": "Load", "progress": 0.3,
			"size": "24GB", "speed": "12MB"},
		{"name": "tenant-{0976}", "repeat": 10, "sources": {"least": 1, "most": 2}, "unit": "Dump", "progress": 0.1,
			"size": "60GB", "speed": "14MB", "tables": 320},
		{"name": "tenant-{0986}", "repeat": 10, "sources": {"least": 1, "most": 2}, "mode": "full", "state": "finished"},
		{"name": "tenant-{0996}", "repeat": 3, "sources": {"least": 1, "most": 2}, "mode": "incremental", "state": "paused"},
		{"name": "tenant-{0999}", "repeat": 2, "sources": {"least": 2, "most": 3}, "mode": "incremental", "behind": "5h",
			"headroom": 1.8, "share": 0.3},
	],
	"events": [
		{"at": "-80s", "do": "error", "task": "tenant-0017", "error": "bad-ddl"},
		{"at": "-75s", "do": "error", "task": "tenant-0230", "error": "duplicate-entry"},
		{"at": "-60s", "do": "error", "task": "tenant-0412", "error": "table-missing"},
		{"at": "-30s", "do": "error", "task": "tenant-0960", "error": "load-checksum"},
		{"at": "30s", "every": "10m", "do": "worker-dies", "source": "mysql-tenant-042", "for": "5m"},
		{"at": "2m", "every": "10m", "do": "worker-hangs", "source": "mysql-tenant-007", "for": "2m"},
	],
}
`;
