/** Texts of modes. */
export const modes = {} as const;
