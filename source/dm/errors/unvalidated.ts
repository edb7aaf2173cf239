/** Whether DM says that a task was never validated (43006): it has no validator on any source that was asked. */
export const isUnvalidated = (text: string): boolean => /code=43006\b/v.test(text);
