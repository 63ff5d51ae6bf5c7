/** The id of the cause for a plain "wrong password": another cause goes by that meaning, too, and shadows it. */
export const plainRefusal = 'password-refused'
