// a comment
let wrong = ;
