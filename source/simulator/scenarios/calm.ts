/** Nothing is wrong: the screen as it should be. */
export const scenario = `{
	"summary": "five healthy tasks on four sources; nothing happens",
	"workers": 5,
	"sources": [
		{"name": "mysql-replica-01", "rows": 240, "file": 31},
		{"name": "mysql-replica-02", "rows": 190, "file": 28},
		{"name": "mysql-replica-03", "rows": 60, "file": 9, "flavor": "mariadb"},
		// Nobody writes here.
		{"name": "mysql-replica-04", "rows": 0, "file": 2},
	],
	"tasks": [
		{"name": "orders", "sources": ["mysql-replica-01", "mysql-replica-02"], "unit": "Sync", "target": "shop.orders",
			"validation": "full"},
		{"name": "customers", "sources": ["mysql-replica-01", "mysql-replica-02"], "mode": "incremental",
			"shard-mode": "pessimistic", "share": 0.1, "target": "shop.customers"},
		{"name": "invoices", "sources": ["mysql-replica-03"], "unit": "Sync", "target": "billing.invoices"},
		{"name": "settings", "sources": ["mysql-replica-04"], "mode": "incremental", "target": "admin.settings"},
		{"name": "countries", "sources": ["mysql-replica-04"], "mode": "full", "state": "finished", "size": "12MB",
			"tables": 3, "target": "admin.countries"},
	],
}
`;
