import type { ListReader } from './reader.ts';
import type { ListFormat } from './recognise.ts';

/** The reader of a format, loaded when it is needed: XML and CSV parsers stay out of commands that only screen. */
export async function readerOf(format: ListFormat | 'ftm-jsonl' | 'own'): Promise<ListReader> {
  switch (format) {
    case 'ofac-csv':
      return (await import('./ofac-csv.ts')).ofacCsv;
    case 'ofac-xml':
      return (await import('./ofac-xml.ts')).ofacXml;
    case 'un-xml':
      return (await import('./un-xml.ts')).unXml;
    case 'eu-xml-1.1':
      return (await import('./eu-xml.ts')).euXml;
    case 'uk-xml':
      return (await import('./uk-xml.ts')).ukXml;
    case 'ftm-jsonl':
      return (await import('./ftm-jsonl.ts')).ftmJsonl;
    case 'own':
      return (await import('./own-list.ts')).ownList;
  }
}
