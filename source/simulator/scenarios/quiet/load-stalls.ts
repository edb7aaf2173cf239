/** A load that makes no progress, and one that is nearly done. */
export const scenario = `{
	"summary": "a load that stands still, one that ends soon, and one whose checksum differs",
	"workers": 4,
	"warm-up": "6m",
	"sources": [
		{"name": "mysql-dock-01", "rows": 120, "file": 15},
		{"name": "mysql-dock-02", "rows": 110, "file": 14},
		{"name": "mysql-dock-03", "rows": 50, "file": 6},
	],
	"tasks": [
		{"name": "crates", "sources": ["mysql-dock-01"], "unit": "Load", "progress": 0.6, "size": "80GB", "speed": "28MB",
			"tables": 90, "target": "dock.crates"},
		{"name": "pallets", "sources": ["mysql-dock-02"], "unit": "Load", "progress": 0.4, "size": "20GB", "speed": "48MB",
			"tables": 40, "target": "dock.pallets"},
		{"name": "manifests", "sources": ["mysql-dock-03"], "mode": "full", "unit": "Load", "progress": 0.7, "size": "4GB",
			"tables": 12, "target": "dock.manifests"},
	],
	"events": [
		{"at": "-3m", "do": "stalls", "task": "crates", "for": "15m"},
		{"at": "-1m", "do": "error", "task": "manifests", "error": "load-checksum"},
	],
}
`;
