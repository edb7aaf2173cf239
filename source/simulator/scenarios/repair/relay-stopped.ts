/** Relays that somebody has stopped, and one that is pulled twice. */
export const scenario = `{
	"summary": "a relay paused by hand, one stopped by an error, and a worker that only pulls a relay log",
	"workers": 6,
	"warm-up": "12m",
	"sources": [
		{"name": "mysql-port-01", "rows": 240, "file": 52, "relay": true},
		{"name": "mysql-port-02", "rows": 220, "file": 49, "relay": true},
		// Served by worker-3, and pulled by worker-5 as well: the best worker to transfer it to.
		{"name": "mysql-port-03", "rows": 180, "file": 37, "worker": "worker-3", "relay": ["worker-3", "worker-5"]},
		{"name": "mysql-port-04", "rows": 90, "file": 18},
	],
	"tasks": [
		{"name": "ships", "sources": ["mysql-port-01", "mysql-port-02"], "unit": "Sync", "target": "port.ships"},
		{"name": "cargo", "sources": ["mysql-port-01"], "mode": "incremental", "share": 0.3, "target": "port.cargo"},
		{"name": "berths", "sources": ["mysql-port-03", "mysql-port-04"], "mode": "incremental", "share": 0.4,
			"target": "port.berths"},
	],
	"events": [
		// The tasks run and get nothing: their status is "Error - Relay status is Paused".
		{"at": "-9m", "do": "relay-pauses", "source": "mysql-port-01"},
		{"at": "-4m", "do": "relay-error", "source": "mysql-port-02", "error": "disk-full"},
	],
}
`;
