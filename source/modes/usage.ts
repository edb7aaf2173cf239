/** What `dm-top --help` prints. */
export const usage = `
	htop for TiDB Data Migration: every task of a DM cluster, live.

	Usage
	  $ dm-top [--master-addr ADDR[,ADDR…]]    a cluster, over its dm-masters
	  $ dm-top --file STATUS.json              a file, read again at every change; - is standard input
	  $ dm-top --simulate [SCENARIO]           a simulated cluster; "help" lists the scenarios
	  $ dm-top --provider ./MY-PROVIDER.js     a provider of your own
	  $ dm-top --replay FILE                   a recording
	  $ dm-top COMMAND …                       one operation or question, from a script
	  $ dm-top check                           a verdict for a monitoring system, as Nagios expects one
	  $ dm-top wait TASK --for synced          until a task is running, synced, finished or paused
	  $ dm-top export                          findings for Prometheus, on 127.0.0.1:9269/metrics
	  $ dm-top explain [WHAT]                  a kind of finding, a code such as 36069, an error's text (or
	                                           pasted on standard input): what it means and what to do

	Commands
	  pause|resume|start|stop TASK             stop is dmctl's stop-task: DM forgets the task
	  restart TASK, start TASK.yaml            from the configuration that DM holds, or a file
	  skip|revert|list TASK                    the DDL at which it stands, or the one at --position
	  replace|inject TASK --sql SQL            SQL in place of that DDL, or before it
	  relay on|off|pause|resume SOURCE         relay purge SOURCE FILE removes older relay logs
	  transfer SOURCE WORKER                   evict, cancel-evict: the lead of the masters
	  unlock LOCK [exec|skip] [force]          a DDL lock, by its ID
	  config TASK                              as DM holds it; config source|worker|master NAME
	  validation TASK                          validation start|stop|ignore|resolve|clear TASK …

	Options
	  --master-addr  host, host:port, [::1]:8261 or http(s)://host:port, several with commas
	                 (default: $DM_MASTER_ADDR, else 127.0.0.1:8261)
	  --ssl-ca, --ssl-cert, --ssl-key
	                 files for mutual TLS, as dmctl takes them
	  --deadline     seconds to wait for each source's answer (default: 5)
	  --interval     seconds between two refreshes, at least 1 (default: 2)
	  --name         the cluster's name for the header
	  --seed         the simulator's seed: the same seed gives the same history
	  --speed        how much faster than the clock the simulator runs (default: 1)
	  --read-only    no key and no command changes anything
	  --audit-log FILE
	                 append a line to FILE for each operation and its outcome
	  --once         print one table and exit:
	                 exit code 0 nothing worse than a notice, 1 a warning or worse, 2 no answer
	  --json         with --once or a command: print JSON
	  --source       with a command on a task: one source of it; may be given again
	  --position     with skip, replace, inject, revert, list: FILE:POSITION in the binlog
	  --sql          with replace and inject: the statements
	  --remove-meta, --start-time TIME, --safe-mode LENGTH
	                 with restart and start TASK.yaml: forget the checkpoint; read the binlog
	                 from "2026-11-27 01:02:03" on; write rows in safe mode for so long
	  --yes          with a command: do not ask
	  --wait         with a command: until the status shows it
	                 exit code 0 done, 1 refused, not sent or failed again, 2 not reached, 3 not known
	  --only KIND, --task TASK
	                 with check: only findings of these kinds, or of these tasks
	                 exit code 0 OK, 1 warning, 2 critical, 3 not known
	  --for, --timeout LENGTH
	                 with wait: running|synced|finished|paused; no longer than 30s, 10m, 1h30m
	                 exit code 0 reached, 1 stopped by an error, 2 not in time, 3 not known
	  --bell, --notify
	                 ring, or show a desktop notification, at each new finding
	  --on-finding COMMAND
	                 run a command at each new finding; it gets $DM_TOP_KIND, _SEVERITY, _TASK,
	                 _SOURCE, _WORKER, _WHAT, _FIX and more, never as a part of the command
	  --prometheus URL
	                 fill plots and trends with the time before dm-top was started
	                 (default: $DM_TOP_PROMETHEUS); http://USER:PASSWORD@HOST:9090/PREFIX, or
	                 --prometheus-token-file FILE; --prometheus-label NAME=VALUE narrows it
	                 to one cluster of several
	  --record FILE  record what is seen; .gz and .zst compress
	  --record-max   the largest size of a recording, such as 500M; the oldest part is dropped
	  --redact       leave hosts, users, databases, tables and SQL out of the recording
	  --listen       with --simulate: serve it as a dm-master at this address, without a screen;
	                 with export: where the metrics are served
	  --plain        print changes line by line, for a screen reader or a log;
	                 the default when standard output is not a terminal
	  --debug FILE   append what dm-top does to FILE: requests, answers, frames, and what they cost
	  --ascii        draw with ASCII alone
	  --mouse        click selects, double click opens, the wheel scrolls; hold Shift to select text
	  --theme        dark, light, high-contrast, colour-blind or none (default: $DM_TOP_THEME, else
	                 light where COLORFGBG says so, and none with NO_COLOR)
	  --help, --version

	Keys
	  ? shows them all: arrows and Enter navigate, / filters, s sorts, q quits.
`;
