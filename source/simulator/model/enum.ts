/** An enum of DM's protocol: the number of each name. */
export type Enum = Readonly<Record<string, number>>;

/** The name for a name or a number; undefined when the enum does not have it. */
export const memberOf = <Values extends Enum>(
	values: Values,
	given: string | number,
): (keyof Values & string) | undefined =>
	Object.entries(values).find(([name, value]) => name === given || value === given)?.[0];
