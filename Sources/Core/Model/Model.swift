// The CoreModel.
