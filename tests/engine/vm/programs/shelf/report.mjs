export const f = (value) => console.log('reported', value);
