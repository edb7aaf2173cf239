/** All rules; of two findings equally bad, the one whose rule comes first is worse. */
import {byText} from '../monitor/order.js';
import type {Need} from './needs.js';
import type {Rule} from './rule.js';
import {entries} from './rules/entries.js';

/** All rules, in the order that decides between two findings equally bad. */
export const rules: readonly Rule[] = entries.toSorted(
	(left, right) => left.order - right.order || byText(left.kind, right.kind),
);

const byKind: ReadonlyMap<string, Rule> = new Map(rules.map(rule => [rule.kind, rule]));

/** The rule of that kind; undefined for an unknown kind. */
export const ruleOf = (kind: string): Rule | undefined => byKind.get(kind);

/** Whether the rule of that kind needs to know this before its absence means anything. */
export const doesNeed = (kind: string, need: Need): boolean => ruleOf(kind)?.needs?.includes(need) === true;
