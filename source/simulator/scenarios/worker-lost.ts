/** Workers die: another one takes over from the first, but none from the second. */
export const scenario = `{
	"summary": "a worker dies and a free one takes over in 20 s; then another dies and its source has none",
	"workers": 4,
	"sources": [
		{"name": "mysql-node-01", "rows": 230, "file": 26},
		{"name": "mysql-node-02", "rows": 220, "file": 25},
		{"name": "mysql-node-03", "rows": 240, "file": 29},
	],
	"tasks": [
		{"name": "metrics", "sources": ["mysql-node-01", "mysql-node-02", "mysql-node-03"], "unit": "Sync",
			"target": "ops.metrics"},
		{"name": "alerts", "sources": ["mysql-node-01"], "mode": "incremental", "share": 0.1, "target": "ops.alerts"},
		{"name": "history", "sources": ["mysql-node-02"], "unit": "Load", "progress": 0.35, "size": "40GB", "speed": "30MB",
			"tables": 60, "target": "ops.history"},
	],
	"events": [
		{"at": "10s", "every": "12m", "do": "worker-dies", "source": "mysql-node-01", "for": "6m"},
		{"at": "90s", "every": "12m", "do": "worker-dies", "source": "mysql-node-02", "for": "4m"},
	],
}
`;
