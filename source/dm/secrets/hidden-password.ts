/** What DM writes in place of a password that it hides, and dm-top in place of any secret. */
export const hiddenPassword = '******';
