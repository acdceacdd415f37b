/** Minutes after midnight as a time field writes them: 570 is 09:30. */
export const clock = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");

/** The minutes after midnight in a time field; `undefined` when it is empty. */
export function minutesOf(value: string): number | undefined {
  const [hours, minutes] = value.split(":").map(Number);
  return hours === undefined || minutes === undefined ? undefined : hours * 60 + minutes;
}
