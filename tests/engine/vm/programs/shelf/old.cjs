exports.kind = "common";
