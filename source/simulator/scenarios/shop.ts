/** The default: a shop's cluster with a bit of everything that can be wrong with a task. */
export const scenario = `{
	"summary": "a dozen tasks of a shop: every state, every unit, every class of error (the default)",
	"warm-up": "40m",
	"masters": 3,
	"workers": 9,
	"sources": [
		{"name": "mysql-shop-01", "rows": 620, "file": 412},
		{"name": "mysql-shop-02", "rows": 540, "file": 408},
		{"name": "mysql-shop-03", "rows": 580, "file": 397},
		{"name": "mysql-shop-04", "rows": 495, "file": 391},
		{"name": "mysql-billing", "rows": 130, "file": 88, "relay": true},
		{"name": "mysql-crm", "rows": 45, "file": 23, "flavor": "mariadb", "file-size": "100MB"},
		{"name": "mysql-warehouse", "rows": 1850, "file": 1204},
		{"name": "mysql-archive", "rows": 0, "file": 7},
	],
	"tasks": [
		// Healthy replication from four shards into one table.
		{"name": "orders", "sources": ["mysql-shop-01", "mysql-shop-02", "mysql-shop-03", "mysql-shop-04"],
			"unit": "Sync", "share": 0.55, "target": "shop.orders", "validation": "full"},

		// The same upstreams, but a DDL that only some of them have executed so far.
		{"name": "customers", "sources": ["mysql-shop-01", "mysql-shop-02", "mysql-shop-03", "mysql-shop-04"],
			"mode": "incremental", "shard-mode": "pessimistic", "share": 0.08, "target": "shop.customers"},

		{"name": "coupons", "sources": ["mysql-shop-01", "mysql-shop-02"], "mode": "incremental",
			"shard-mode": "optimistic", "share": 0.04, "target": "shop.coupons"},

		// Replicates from the relay log, which has trouble of its own.
		{"name": "billing", "sources": ["mysql-billing"], "unit": "Sync", "share": 0.9, "target": "billing.invoices"},

		{"name": "crm-contacts", "sources": ["mysql-crm"], "unit": "Sync", "share": 0.7, "target": "crm.contacts"},

		// A load that has a while to go, and a dump that has just begun.
		{"name": "product-catalog", "sources": ["mysql-shop-01", "mysql-shop-03"], "unit": "Load", "progress": 0.16,
			"size": "64GB", "speed": "22MB", "tables": 214, "target": "shop.products"},
		{"name": "clickstream-backfill", "sources": ["mysql-warehouse"], "mode": "full", "unit": "Dump",
			"progress": 0.02, "size": "380GB", "speed": "46MB", "tables": 1024, "target": "clicks.events"},

		// Far behind after a long stop, and catching up.
		{"name": "warehouse-stock", "sources": ["mysql-warehouse"], "mode": "incremental", "behind": "7h",
			"headroom": 2.4, "share": 0.5, "target": "warehouse.stock"},

		{"name": "payments", "sources": ["mysql-billing", "mysql-crm"], "unit": "Sync", "share": 0.35,
			"target": "billing.payments"},
		{"name": "reviews", "sources": ["mysql-shop-02"], "unit": "Sync", "share": 0.05, "target": "shop.reviews"},
		{"name": "库存同步-华东", "sources": ["mysql-warehouse"], "mode": "incremental", "share": 0.2,
			"target": "inventory.east"},
		{"name": "legacy-orders-2019-to-2023-archive-into-analytics-cluster", "sources": ["mysql-archive"],
			"mode": "full", "state": "finished", "size": "412GB", "target": "archive.orders"},
		{"name": "search-index", "sources": ["mysql-shop-04"], "unit": "Load", "progress": 0.48, "size": "9GB",
			"tables": 31, "target": "search.documents"},
		{"name": "loyalty", "sources": ["mysql-shop-03"], "state": "new", "size": "18GB", "target": "shop.loyalty"},
		{"name": "sessions", "sources": ["mysql-shop-04"], "mode": "incremental", "state": "stopped",
			"target": "shop.sessions"},
	],
	"events": [
		{"at": "-38m", "do": "error", "task": "search-index", "error": "load-schema"},
		{"at": "-26m", "do": "pause", "task": "reviews"},
		{"at": "-14m", "do": "error", "task": "payments", "source": "mysql-billing", "error": "bad-ddl",
			"sql": "ALTER TABLE billing.payments ADD COLUMN shop_location POINT NOT NULL DEFAULT (POINT(1,1))"},
		{"at": "-9m", "do": "shard-ddl", "task": "customers", "arrives": ["0s", "40s", "95s", "never"],
			"sql": "ALTER TABLE \`shop\`.\`customers\` ADD COLUMN \`tier\` INT"},
		{"at": "-6m", "do": "relay-error", "source": "mysql-billing", "error": "disk-full"},
		{"at": "-4m", "do": "error", "task": "crm-contacts", "error": "duplicate-entry"},
		{"at": "-3m", "do": "error", "task": "coupons", "source": "mysql-shop-02", "error": "connection-lost",
			"for": "12m"},
	],
}
`;
