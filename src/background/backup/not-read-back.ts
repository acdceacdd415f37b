/** What was written to the folder is not what is read there. */
export class NotReadBack extends Error {}
