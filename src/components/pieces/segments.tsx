interface SegmentsProps<Name extends string> {
  /** What is chosen between. */
  readonly label: string;
  /** The same name for all radio buttons of it. */
  readonly group: string;
  readonly segments: readonly { readonly name: Name; readonly label: string }[];
  readonly chosen: Name;
  readonly onChoose: (name: Name) => void;
}

/** One of a few choices, side by side. Radio buttons, so that arrow keys choose. */
export function Segments<Name extends string>(props: SegmentsProps<Name>) {
  const { label, group, segments, chosen, onChoose } = props;
  return (
    <fieldset class="segments">
      <legend class="hidden-words">{label}</legend>
      {segments.map(({ name, label: words }) => (
        <label key={name}>
          <input
            type="radio"
            name={group}
            checked={name === chosen}
            onChange={() => onChoose(name)}
          />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  );
}
