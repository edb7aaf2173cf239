/** Tasks that have to be started again, and the findings of the check before a start. */
export const scenario = `{
	"summary": "tasks to start again: a purged binlog, a check with warnings, a check that fails",
	"workers": 4,
	"warm-up": "20m",
	"sources": [
		{"name": "mysql-lab-01", "rows": 140, "file": 61},
		{"name": "mysql-lab-02", "rows": 130, "file": 58, "flavor": "mariadb"},
		{"name": "mysql-lab-03", "rows": 40, "file": 9},
	],
	"tasks": [
		// Only a start with --remove-meta, or from a later time, helps here.
		{"name": "samples", "sources": ["mysql-lab-01"], "unit": "Sync", "size": "900MB", "speed": "60MB",
			"target": "lab.samples"},
		{"name": "devices", "sources": ["mysql-lab-02"], "mode": "incremental", "check": "warnings", "target": "lab.devices"},
		{"name": "people", "sources": ["mysql-lab-03"], "mode": "incremental", "check": "failures", "target": "lab.people"},
	],
	"events": [
		{"at": "-15m", "do": "error", "task": "samples", "error": "binlog-purged"},
		{"at": "-10m", "do": "error", "task": "devices", "error": "duplicate-entry"},
		{"at": "-2m", "do": "pause", "task": "people"},
	],
}
`;
