export const OLDER_STYLES = "";
