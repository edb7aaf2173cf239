/** An object of a JSON document, by its keys; what stands under them is looked at before it is used. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** True for an object: not for a list, and not for null. */
export const isObject = (value: unknown): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
