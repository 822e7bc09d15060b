// Only what is used, so that the rest of the library does not come along.
export { XMLParser, XMLValidator } from 'fast-xml-parser';
