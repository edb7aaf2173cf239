/** An object of a JSON document; its values have to be checked before use. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** True for an object: not for a list, and not for null. */
export const isObject = (value: unknown): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Sets a member, even one with a key such as `__proto__`, for which an assignment would do something else. */
export const setMember = (target: Record<string, unknown>, key: string, value: unknown): void => {
	Object.defineProperty(target, key, {value, configurable: true, enumerable: true, writable: true});
};
