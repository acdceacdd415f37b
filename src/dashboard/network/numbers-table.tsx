import type { ComponentChildren } from "preact";

interface NumbersTableProps {
  readonly caption: string;
  /** What the columns after the first are called. */
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly key: string;
    readonly heading: ComponentChildren;
    readonly cells: readonly ComponentChildren[];
  }[];
}

/** The numbers that a picture is drawn from. */
export function NumbersTable({ caption, columns, rows }: NumbersTableProps) {
  return (
    <div class="wide picture-scroll" role="group" aria-label={caption} tabIndex={0}>
      <table class="numbers">
        <caption class="hidden-words">{caption}</caption>
        <thead>
          <tr class="headings">
            <td />
            {columns.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, heading, cells }) => (
            <tr key={key}>
              <th scope="row">{heading}</th>
              {cells.map((cell, place) => (
                <td key={columns[place]} data-label={columns[place]}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
