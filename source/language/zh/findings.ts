/** Texts of findings. */
export const findings = {} as const;
