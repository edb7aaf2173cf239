/** The values of `--theme`. */
export const themeNames = ['dark', 'light', 'high-contrast', 'colour-blind', 'none'] as const;

/** A value of `--theme`. */
export type ThemeName = (typeof themeNames)[number];
