export { kotlinJavaReader, type KotlinJavaOptions, type KotlinJavaReader } from './read.ts';
export { isTestSource } from './test-source.ts';
