// The rest of this target is written by the EmbedTemplates plugin from the `.mustache` files beside this one.
